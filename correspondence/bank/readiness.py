"""How far the work on new paragraphs is, for those who wait for it."""

from sqlalchemy.orm import Session

from correspondence import jobs


def readiness(session: Session) -> str:
    """A sentence on new Paragraphs that are found by their words alone so far; "" when there are none."""
    job = jobs.newest(session, "encode")
    if job is None or job.state == "done":
        return ""
    if job.state == "failed":
        return job.why
    if not job.total:
        return "New paragraphs are found by their words at once, and by their meaning soon."
    return (
        f"{job.done:,} of {job.total:,} new paragraphs are found by their meaning already, "
        "the others by their words alone so far."
    )
