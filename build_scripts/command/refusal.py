"""Why a command could not do its work: each reason in one sentence."""

from __future__ import annotations

import errno

from ..publish.fault import SiteFault
from ..wording import Wording

_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)


def refusal(fault: OSError, wording: Wording) -> str:
    """Return why a file could not be written or read. Of a file that is copied, the copy is meant."""
    file = fault.filename2 or fault.filename
    if file and fault.errno in _NO_ROOM:
        return wording("disk.no-room", file=file)
    if file and fault.errno in _NO_RIGHT:
        return wording("disk.no-right", file=file)
    reason = fault.strerror or str(fault)
    return wording("disk.refused", reason=f"{file}: {reason}" if file else reason)


def reasons(fault: SiteFault | OSError, wording: Wording) -> list[str]:
    """Return what stopped a site or a printout."""
    if isinstance(fault, OSError):
        return [refusal(fault, wording)]
    return [wording(f"flaw.{flaw.key}", **flaw.values) for flaw in fault.flaws]
