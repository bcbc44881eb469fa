#!/bin/sh
# From the data to the weights in tawatur/analyser/weights, with one command:
#     training/train.sh ../shared/data [options of python -m training]
# Sets up its own virtual environment, .venv-train, beside the checkout's.
set -eu
cd "$(dirname "$0")/.."
data=${1:?folder of the data, such as ../shared/data}
shift
python=${PYTHON:-python3}
if [ ! -x .venv-train/bin/python ]; then
    "$python" -m venv .venv-train
fi
.venv-train/bin/pip install --quiet --requirement training/requirements.txt
exec .venv-train/bin/python -m training --data "$data" "$@"
