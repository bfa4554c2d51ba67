"""Spravka: annotated source articles in, a bilingual briefing site out.

The order of work is the list in `pipeline.py`.
"""

__version__ = "0.1.0"
