"""Ask: plain questions read by rules and words in metadata, answered from the figures held or refused."""
