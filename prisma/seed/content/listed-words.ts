import type { WordList } from '~/domain/moderation/screening/asks'

/** The demo's first word lists: advertising, mild insults; no word that would offend a reader. */
export const listedWords: Readonly<Record<WordList, readonly string[]>> = {
  refuse: ['代开票据', '代刷好评', '包过办证', '内部名额转让'],
  hold: [
    '全市最低价',
    '全城最低价',
    '限时优惠',
    '加群领红包',
    '扫码领礼品',
    '诚招代理',
    '免费上门报价',
    '找我司',
    '点击领取',
    '日赚',
  ],
  mask: ['大笨蛋', '蠢货', '缺心眼'],
  watch: ['不作为', '指名道姓', '推来推去', '堵大门'],
  allow: ['日赚钱不易'],
}
