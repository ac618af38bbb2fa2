"""The commands, one module each: they call the stages and show what comes back."""
