"""From disk to plain values that remember their line: the only place that reads YAML."""
