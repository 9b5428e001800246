"""Write the files into a folder."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.hostile import files

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    made = files()
    for name, make in made.items():
        (folder / name).write_bytes(make())
    print(f"{len(made)} files in {folder}")
