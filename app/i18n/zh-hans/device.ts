import type { Browser, System } from '~/domain/account/device'

/** Devices and programs, as people call them. */
export const device = {
  'device.system.harmony': '鸿蒙设备',
  'device.system.android': '安卓设备',
  'device.system.iphone': 'iPhone',
  'device.system.ipad': 'iPad',
  'device.system.windows': 'Windows 电脑',
  'device.system.mac': 'Mac 电脑',
  'device.system.linux': 'Linux 电脑',
  'device.browser.wechat': '微信',
  'device.browser.alipay': '支付宝',
  'device.browser.quark': '夸克浏览器',
  'device.browser.uc': 'UC 浏览器',
  'device.browser.qq': 'QQ 浏览器',
  'device.browser.edge': 'Edge 浏览器',
  'device.browser.huawei': '华为浏览器',
  'device.browser.firefox': '火狐浏览器',
  'device.browser.chrome': 'Chrome 浏览器',
  'device.browser.safari': 'Safari 浏览器',
  'device.unknown': '无法识别的设备',
  'device.with': '{system}，{browser}',
} as const satisfies Record<
  `device.system.${System}` | `device.browser.${Browser}` | 'device.unknown' | 'device.with',
  string
>
