import { jest } from '@jest/globals'

// A browser on a crowded machine misses something now and then: once more, and what failed first is printed.
jest.retryTimes(1, { logErrorsBeforeRetry: true })
