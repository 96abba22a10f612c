/** The privacy page. A change of substance needs a new PRIVACY_VERSION (app/domain/account/consent.ts). */
export const privacy = {
  'privacy.title': '个人信息保护说明',
  'privacy.version': '{version} 版',
  'privacy.lede':
    '我们只收集让您发言、让有关单位答复所必需的信息，并告诉您用在哪里、留多久、怎么拿走或删除。本说明依照《个人信息保护法》《网络安全法》写成。',
  'privacy.who.title': '谁负责',
  'privacy.who.text':
    '本网站由{sponsor}主办。对您的个人信息有任何疑问、投诉或请求，请拨打{telephone}，我们在 15 个工作日内答复。',
  'privacy.what.title': '收集什么，用来做什么',
  'privacy.what.phone':
    '手机号码：用来登录、发送验证码，以及按“后台实名、前台自愿”的规定确认发言人。不公开显示，工作人员在审核和答复中也看不到。',
  'privacy.what.name': '显示名：显示在您的发言旁边，由您自己取，可以不用真名。',
  'privacy.what.district': '所在街道或区：先列出您附近的议题。您可以不填写，也可以更改。',
  'privacy.what.comments': '您的发言、表态和修改记录：审核、公开、答复和形成协商成果。',
  'privacy.what.files':
    '您附上的照片和文件：与发言一起审核、公开。照片里的拍摄地点、时间和设备信息，保存之前全部去掉，原图不留；文件原样保存，里面的作者等信息不会去掉。',
  'privacy.what.mail': '电子邮箱：您自己填写并确认之后，用来发送您关注的消息，随时可以停用或删除。',
  'privacy.what.push':
    '浏览器通知：您在某个浏览器里开启之后，保存该浏览器的推送地址，用来通知您，随时可以关闭。',
  'privacy.what.password': '密码和验证码：只保存无法还原的摘要。',
  'privacy.what.log':
    '登录和操作的时间、设备类型，以及网络地址的摘要（无法还原为地址）：保护账号，防止滥用，依法留痕。',
  'privacy.what.not':
    '我们不收集身份证号、位置、通讯录，不使用广告和第三方统计，不为您画像，也不做自动化决策：审核由人完成。',
  'privacy.public.title': '哪些会公开',
  'privacy.public.text':
    '发言审核通过后公开，旁边是您的显示名；委员、专家和承办单位还有经核实的身份标记。请不要在发言里写自己或他人的手机号码、证件号码等个人信息，审核时发现会请您修改。',
  'privacy.share.title': '会不会给别人',
  'privacy.share.text':
    '不出售，也不用于其他目的。发短信时，短信服务商会得到您的号码和短信内容；发邮件时，邮件服务商会得到您的邮箱和邮件内容。浏览器通知由浏览器厂商的推送服务转送，内容经过加密，厂商看不到，其中有的在境外；不开启就不会经过它们。法律要求提供时，我们只提供法律要求的部分，并留下记录。本网站的数据保存在境内。',
  'privacy.time.title': '保留多久',
  'privacy.time.account': '账号信息：到您注销为止，注销时立即删除。',
  'privacy.time.codes': '验证码：失效一天之后删除；发过的短信：30 天之后删除。',
  'privacy.time.notices': '站内消息：一年之后删除。议题的进展在议题页面上一直可查。',
  'privacy.time.log': '操作留痕：依法至少保留 6 个月，其中只有编号和摘要，没有姓名和号码。',
  'privacy.time.comments':
    '公开的发言：与议题一起长期保存。注销之后署名改为“已注销用户”，不再与您对应。',
  'privacy.rights.title': '您的权利',
  'privacy.rights.see': '查看与复制：登录后在“账号与资料”的“我的数据”里，随时可以下载。',
  'privacy.rights.correct': '更正：显示名、号码、所在街道随时可以更改。',
  'privacy.rights.withdraw':
    '撤回同意：在“同意记录”里。撤回之后不能再发言，已有的处理不受影响，其他功能照常使用。',
  'privacy.rights.delete': '删除与注销：在“注销账号”里，立即生效，不需要说明理由。',
  'privacy.rights.complain': '投诉：可以拨打上面的电话，也可以向网信部门投诉。',
  'privacy.children.title': '未成年人',
  'privacy.children.text':
    '未满 14 周岁的，请由父母或其他监护人阅读本说明，同意之后再注册；我们按敏感个人信息保护。',
  'privacy.cookies.title': '浏览器里保存什么',
  'privacy.cookies.text':
    '不登录时，只有您更改过语言、明暗或字号才保存这一项设置。登录后保存一个登录凭证；您正在写的草稿只留在您自己的设备上。',
  'privacy.change.title': '说明的修改',
  'privacy.change.text':
    '有实质修改时，我们更新版本，在这里公布，并请您重新确认；您可以在“同意记录”里看到自己同意过哪一版。',
} as const
