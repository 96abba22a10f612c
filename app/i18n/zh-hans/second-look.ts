export const secondLook = {
  'secondLook.ways.label': '审核的其他页面',
  'secondLook.ways.n': '复核不一致（{n}）',
  'secondLook.decide.hint':
    '这是随机抽中的复核：请独立判断。先前怎样决定的在这里看不到；您的判断用来比对，不会改变现在是否公开，记下后不能再改。',
  'secondLook.approve.button': '通过，可以公开',
  'secondLook.waits.title': '要等另一位审核员到岗',
  'secondLook.waits.text':
    '这些决定都是您作的，目前没有别的审核员在岗。复核由另一位来做，先放在这里。',

  'secondLook.title': '复核不一致',
  'secondLook.lede':
    '两位审核员对是否公开看法不同的，列在这里。维持，原来的决定不变；改判，请打开发言重审，两个决定都留在记录里。',
  'secondLook.empty.title': '没有不一致的复核',
  'secondLook.empty.text': '复核与原来的决定在是否公开上不同时，会出现在这里。',
  'secondLook.of': '{name}的发言',
  'secondLook.first': '原来的决定',
  'secondLook.second': '复核的判断',
  'secondLook.by': '{who}，{at}',
  'secondLook.note': '备注：{note}',
  'secondLook.words': '对作者的话：{words}',
  'secondLook.uphold': '维持原来的决定',
  'secondLook.revise': '打开发言重审',
  'secondLook.settled': '作者已换上新的文字或撤回，原来的决定已不涉及公开的内容。看过后可以了结。',
  'secondLook.close': '看过了，了结',
  'secondLook.own': '原来的决定是您作的，请另一位审核组长来看；您也可以打开发言重审。',
  'secondLook.done': '已维持原来的决定',
  'secondLook.conflict.upheld': '{who}已在 {at} 维持了原来的决定。',
  'secondLook.conflict.overturned': '{who}已在 {at} 改判。',
} as const satisfies Record<string, string>
