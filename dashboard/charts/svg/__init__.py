"""A Chart or Dots as a finished SVG for print."""
