/* Elements that draw themselves from what an attribute of theirs says: when they are added to the page, and each
   time it says something else. One observer looks for all of them. Loaded before the files that use it. */
(function () {
  "use strict";
  const root = document.documentElement;
  const kinds = new Map();

  /* Call draw(element) for all that have `attribute`; gone(element) where one that had it has it no more. */
  window.drawFrom = (attribute, draw, gone = () => {}) => {
    kinds.set(attribute, { draw, gone });
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: [...kinds.keys()] });
  };

  const observer = new MutationObserver((changes) => {
    for (const { target, attributeName, addedNodes } of changes) {
      if (attributeName) changed(target, attributeName);
      addedNodes.forEach((node) => node.nodeType === Node.ELEMENT_NODE && added(node));
    }
  });

  function changed(element, attribute) {
    const kind = kinds.get(attribute);
    if (element.hasAttribute(attribute)) kind.draw(element);
    else kind.gone(element);
  }

  function added(node) {
    kinds.forEach(({ draw }, attribute) => {
      if (node.hasAttribute(attribute)) draw(node);
      node.querySelectorAll(`[${attribute}]`).forEach(draw);
    });
  }
})();
