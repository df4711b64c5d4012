"""When it happened: which time belongs to which event, carried, counted or transferred."""
