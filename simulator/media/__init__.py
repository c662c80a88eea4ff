"""Media that Chromium does not play (H.264, AAC): decoded in a process of its own, for a page of the phone that fetches
pictures one by one.

`media_host` answers the pages; `stream` is one source that plays; `decoder_process` is its process as the host sees it,
and `decoder/` what runs in there. A decoder gets bytes of its one source and nothing else: it names no file and no
address, and what does not begin as a container of media never reaches it (`containers`).
"""
