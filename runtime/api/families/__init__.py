"""What carries out wx.*: `<family>/<api>.py` holds one API with its forms and its task, or one object with its methods.

Such a file exports `HANDLERS`; it is found by its place, nobody lists it. Other files of a family are what its APIs
share.
"""
