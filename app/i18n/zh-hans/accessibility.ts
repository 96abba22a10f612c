export const accessibility = {
  'accessibility.title': '无障碍说明',
  'accessibility.lede':
    '商量的事，人人都该能看、能听、能说。本网站按照《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）和 WCAG 2.2 的 AA 级要求制作。',
  'accessibility.elder.title': '长辈版',
  'accessibility.elder.text':
    '每一页的最上面都有“长辈版”：字更大，行距更宽，颜色对比更强，按钮更好点。打开一次，以后都会记住。',
  'accessibility.elder.on': '打开长辈版',
  'accessibility.elder.off': '回到标准版',
  'accessibility.see.title': '看',
  'accessibility.see.contrast':
    '文字与背景的对比不低于 5.5 : 1，长辈版不低于 7 : 1；有白天和夜间两种颜色，在“设置”里选择。',
  'accessibility.see.zoom': '用浏览器放大到 400%，不用左右滑动也能读完。',
  'accessibility.see.words': '身份、阶段和提示都有文字和形状，不只靠颜色区分。',
  'accessibility.hear.title': '听',
  'accessibility.hear.text':
    '用读屏软件可以按标题、列表和地标浏览；议题的阶段读作一个列表，表单的每一项都有名称和说明，出错时先读出要改的地方。',
  'accessibility.use.title': '操作',
  'accessibility.use.keyboard': '全部功能都能只用键盘完成；每一页的第一个链接可以直接跳到正文。',
  'accessibility.use.script': '不支持或关闭了脚本的浏览器也能使用全部功能。',
  'accessibility.use.time':
    '填写表单没有时间限制。登录过期之后再提交，写好的内容会保留，登录之后接着提交。',
  'accessibility.use.motion': '系统设置了减少动画的，页面不播放动画。',
  'accessibility.language.title': '语言',
  'accessibility.language.text': '界面有简体中文、繁体中文和英文；大家写的内容保持原样。',
  'accessibility.known.title': '还做得不够的地方',
  'accessibility.known.text':
    '大家在发言里贴出的外部网页，我们无法保证它们的无障碍；注册和重设密码要用短信验证码，收不到短信的，请拨打下面的电话，由工作人员协助。',
  'accessibility.contact.title': '用起来有困难',
  'accessibility.contact.text':
    '请拨打{telephone}，说明在哪一页、遇到了什么。您的意见也可以由工作人员当面或在电话里记录后代为录入。',
} as const
