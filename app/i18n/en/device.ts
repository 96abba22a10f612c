import type { device as source } from '../zh-hans/device'

export const device: Record<keyof typeof source, string> = {
  'device.system.harmony': 'HarmonyOS device',
  'device.system.android': 'Android device',
  'device.system.iphone': 'iPhone',
  'device.system.ipad': 'iPad',
  'device.system.windows': 'Windows computer',
  'device.system.mac': 'Mac',
  'device.system.linux': 'Linux computer',
  'device.browser.wechat': 'WeChat',
  'device.browser.alipay': 'Alipay',
  'device.browser.quark': 'Quark',
  'device.browser.uc': 'UC Browser',
  'device.browser.qq': 'QQ Browser',
  'device.browser.edge': 'Edge',
  'device.browser.huawei': 'Huawei Browser',
  'device.browser.firefox': 'Firefox',
  'device.browser.chrome': 'Chrome',
  'device.browser.safari': 'Safari',
  'device.unknown': 'a device we cannot name',
  'device.with': '{system}, {browser}',
}
