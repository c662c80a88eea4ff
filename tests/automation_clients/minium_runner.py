"""Runs `shop_cases.py` by minium's own runner, in the environment that has minium; reports nothing to anybody."""

import sys

import minium.miniprogram.base_driver.minium_log as minium_log

minium_log.existFlag = 1

if __name__ == "__main__":
    sys.argv = ["minitest", "-m", "shop_cases", "-c", sys.argv[1]]
    from minium.framework.loader import main

    main()
