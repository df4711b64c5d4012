"""Knowledge graphs from news articles, where every fact leads to the sentence that says it."""
