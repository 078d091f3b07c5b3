/** What many answers share: the places, hours and numbers of the invented city 云澜市. */

export const hall = '云澜市政务服务中心（望湖区政通路18号）'
export const workdays = '工作日9:00—12:00，13:30—17:00'
export const withSaturday = '工作日9:00—17:00（中午不休息），周六9:00—12:00'
export const online = '云澜政务服务网、“云澜办”App'
