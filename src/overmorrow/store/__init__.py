"""The learner's database: the only place that talks SQL."""
