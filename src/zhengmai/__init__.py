"""zhengmai 政脉: reports of Chinese public bodies' meetings, read into a knowledge graph."""

__version__ = "0.1.0"
