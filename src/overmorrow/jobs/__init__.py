"""What a learner comes to do."""
