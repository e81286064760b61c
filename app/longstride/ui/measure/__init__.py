"""The page Measure: the tests' numbers, the film and its stills, two of them compared."""
