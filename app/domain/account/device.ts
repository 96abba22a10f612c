/** What a session's list says of a device: its system and the program, as people know them. */
export interface Device {
  system: System | null
  browser: Browser | null
}

export type System = 'harmony' | 'android' | 'iphone' | 'ipad' | 'windows' | 'mac' | 'linux'
export type Browser =
  'wechat' | 'alipay' | 'quark' | 'uc' | 'qq' | 'edge' | 'huawei' | 'firefox' | 'chrome' | 'safari'

// In order: most programs also name those that they descend from.
const SYSTEMS: ReadonlyArray<readonly [RegExp, System]> = [
  [/HarmonyOS|OpenHarmony/, 'harmony'],
  [/Android/, 'android'],
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS X/, 'mac'],
  [/Linux|X11/, 'linux'],
]

const BROWSERS: ReadonlyArray<readonly [RegExp, Browser]> = [
  [/MicroMessenger/, 'wechat'],
  [/AlipayClient/, 'alipay'],
  [/Quark\//, 'quark'],
  [/UCBrowser|UCWEB/, 'uc'],
  [/QQBrowser|MQQBrowser|\bQQ\//, 'qq'],
  [/HuaweiBrowser/, 'huawei'],
  [/Edg(?:e|A|iOS)?\//, 'edge'],
  [/Firefox\/|FxiOS/, 'firefox'],
  [/Chrome\/|CriOS/, 'chrome'],
  [/Safari\//, 'safari'],
]

/** The device that a browser's User-Agent header tells of; null for what it does not tell. */
export function deviceOf(userAgent: string): Device {
  return {
    system: SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null,
    browser: BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null,
  }
}
