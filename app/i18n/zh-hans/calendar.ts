/** What is due, in an official's own calendar program. */
export const calendar = {
  'calendar.title': '到期日历',
  'calendar.link': '把到期日放进自己的日历',
  'calendar.lede': '把本单位待答复事项的到期日放进手机或电脑的日历，前一天上午九点提醒。',
  'calendar.none': '您还没有日历地址。',
  'calendar.address': '日历地址',
  'calendar.address.hint':
    '在日历软件里选“订阅日历”或“通过网址添加”，粘贴这个地址。软件会自动更新。',
  'calendar.secret':
    '凭这个地址，不登录就能看到事项的标题和期限，请不要转给别人。万一泄露，换一个地址，旧地址立即失效。',
  'calendar.since': '{at} 生成',
  'calendar.create': '生成日历地址',
  'calendar.renew': '换一个地址',
  'calendar.revoke': '停用',
  'calendar.done.renewed': '地址已生成。以前的地址不能再用。',
  'calendar.done.revoked': '已停用，原来的地址打不开了。',
  'calendar.name': '连心桥 到期事项',
  'calendar.event.due': '答复到期：{title}',
  'calendar.event.overdue': '已逾期：{title}',
  'calendar.event.assigned': '{department}（{part}），尚未签收。',
  'calendar.event.handling': '{department}（{part}），正在办理。',
} as const
