"""The web app (ứng dụng web): the same corpus and the same answers as the command line, as pages and as JSON.

    request --guard--> asked --page function--> view --rendering--> HTML
                                                  └────────────────> JSON (the same address with .json)

Pages hold no logic of the field: they ask `corpus`, `graph` and `publish`, and show what these say.
"""
