"""Times of events: which time belongs to which event, carried, counted or transferred."""
