"""Every sentence the program says, in Korean and English, one module an area."""
