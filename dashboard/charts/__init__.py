"""What is drawn, and its formats: plotly dict, SVG, table. No Dash: pages and packs draw the same."""
