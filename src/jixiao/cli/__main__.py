"""``python -m jixiao.cli``, for machines whose PATH lacks the scripts of Python."""

from jixiao.cli import main

if __name__ == "__main__":
    main()
