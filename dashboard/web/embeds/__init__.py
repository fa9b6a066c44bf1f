"""Embeds: a chart, a figure or what stands out in a place in another site's frame, and oEmbed to find it."""
