import * as reviewDays from './20261130_080000_review_days'

export const migrations = [{ ...reviewDays, name: '20261130_080000_review_days' }]
