"""Directions: words by which a figure is said to have gone up or down, or to stand above or below another.

"Improved" and "worsened" are none of them: which way that is depends on what is measured.
"""

UP = (
    r"rose|risen|rises?|rising|increas\w*|gr[eo]wn?|growth|grows|growing|climb\w*|jump\w*|soar\w*|surg\w*"
    r"|rocket\w*|shot up|crept up|edged up|(?<!made )(?<!makes )(?<!make )(?<!making )up"
)
DOWN = (
    r"fell|fallen|falls?|falling|drop\w*|decreas\w*|declin\w*|reduc\w*|shr[aiu]nk\w*|plung\w*|tumbl\w*|slump\w*"
    r"|dipp\w*|dips?|eased|sank|slid|slipped|edged down|crept down|down|cut"
)
ABOVE = r"higher|more|above|ahead|greater"
BELOW = r"lower|less|fewer|below|behind"
