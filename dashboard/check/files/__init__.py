"""Files of a draft: DOCX, PPTX and PDF into blocks, each read by a process of its own that can do no harm."""
