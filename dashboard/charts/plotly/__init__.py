"""A Chart or Dots as a plain plotly dict for the screen."""
