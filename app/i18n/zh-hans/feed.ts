/** Feeds for feed readers. */
export const feed = {
  'feed.title.topics': '{site}：新议题',
  'feed.title.responses': '{site}：官方答复',
  'feed.title.commitments': '{site}：承诺台账',
  'feed.title.outcomes': '{site}：协商成果',
  'feed.title.categories': '{site}：{name}',
  'feed.title.studios': '{site}：{name}',
  'feed.entry.response': '答复：{title}',
  'feed.entry.commitment': '承诺：{title}',
  'feed.entry.summary': '协商成果：{title}',
  'feed.page.title': '订阅源',
  'feed.page.lede':
    '用阅读软件订阅本站：有新议题、新答复、新承诺、新成果，软件会自动取来，不用登录，也不用留邮箱。',
  'feed.page.site': '全站',
  'feed.page.topics': '新议题',
  'feed.page.responses': '官方答复',
  'feed.page.commitments': '新的承诺',
  'feed.page.outcomes': '协商成果',
  'feed.page.categories': '按类别',
  'feed.page.studios': '按委员工作室和工作站',
  'feed.page.how': '怎样使用',
  'feed.page.howText':
    '复制上面任一链接的地址，粘贴到支持 Atom 的阅读软件里即可。每个订阅源保留最近 30 条；居民意见不进入订阅源，请到议题页面查看。',
  'feed.link': '订阅源（Atom）',
} as const
