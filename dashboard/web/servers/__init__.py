"""The servers that may stand in front of the application (gunicorn, and waitress where that cannot run), and
what guards, counts and logs the requests that they bring.
"""
