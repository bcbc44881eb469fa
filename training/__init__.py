"""From the data to the weights that the wheel ships: `python -m training --data ../shared/data`."""
