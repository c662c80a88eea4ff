"""The phone in Qt WebEngine: shell page, page frames, and the way to them. The host knows it as a `protocol.Phone`.

Before the application object exists::

    from simulator.phone import prepare_environment, register_scheme
    prepare_environment()                  # Chromium flags; call once, before QApplication
    register_scheme()                      # handset://; call once, before QApplication

Then::

    view = PhoneView(device, FileReaders(project=read, user=read_user), PhoneSettings(), parent)
    view.message: Signal(str)              # one ViewToHost message as JSON text (codec.decode_from_view)
    view.ready: Signal()                   # shell loaded (again, after a crash or reload): send everything anew;
                                           #   emitted right before the ViewReady message, with the device already sent
    view.crashed: Signal(str)              # the render process has gone; it is being loaded again by itself
    view.hung: Signal(str)                 # it did not answer and was ended: `crashed` follows; the wxs that ran last
    view.swollen: Signal(int)              # it took so many megabytes and was ended: `crashed` follows
    view.gone: Signal()                    # it ended too often and stays as it is until `revive`
    view.dropped: Signal()                 # something was sent while there was no screen, and the next one is not told
    view.size_changed: Signal()            # zoom or device changed the size of the phone on the desktop
    view.send(text: str | bytes)           # one HostToView message; kept until the shell is ready
    view.set_device(device)                # new sizes, and SetDevice to the shell
    view.device -> Device
    view.set_readers(readers)              # another project
    view.set_zoom("fit" | float); view.zoom -> float
    view.phone_size() -> QSize             # on the desktop, zoomed
    view.capture(done, ratio=1.0)          # done(QImage): a picture with all in it that was sent before, drawn at
                                           #   `ratio` (device.width * ratio wide), not scaled; within 2 s
    view.screenshot(ratio=1.0) -> QImage   # the same for callers that can wait: runs an event loop meanwhile
    view.reload()                          # a fresh shell; `ready` follows
    view.revive()                          # the same if the view has gone, else nothing
    view.input_widget -> QWidget           # takes real mouse and key events; a point of the phone is at point * zoom
    view.web_page -> QWebEnginePage        # for setDevToolsPage / setInspectedPage

A reader is `Callable[[str], bytes | None]`: a path with `/`, without a leading one; None = there is no such file.
Show the view (`show()`, also offscreen) for frames to be painted; hidden, `Rendered` still comes, by a timer.
"""

from simulator.phone.environment import prepare_environment
from simulator.phone.phone_view import PhoneView
from simulator.phone.scheme import FileReaders, register_scheme
from simulator.phone.settings import PhoneSettings

__all__ = ["FileReaders", "PhoneSettings", "PhoneView", "prepare_environment", "register_scheme"]
