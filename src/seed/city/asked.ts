/** What callers of the demo city ask and nobody has written an answer to yet; some ask again in other words. */
export const askedInVain: readonly (readonly string[])[] = [
  ['无人机飞行要报备吗', '无人机航拍审批'],
  ['养狗怎么办狗证', '犬只登记'],
  ['充电桩安装物业不同意', '小区装充电桩'],
  ['共享单车乱停放投诉'],
  ['网约车驾驶员证怎么考'],
  ['彩礼退还'],
  ['新能源车牌照怎么选号', '绿牌选号'],
  ['老旧小区加装电梯补贴', '加装电梯补助多少钱'],
]
