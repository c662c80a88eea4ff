App({)
