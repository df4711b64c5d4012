"""The fuzz targets.

Each module has a function `target` that takes any bytes, and raises only if a law is broken.

Each module has a function `target` that takes any bytes, and raises only if a law is broken.
"""
