"""Does the typed answer count?"""
