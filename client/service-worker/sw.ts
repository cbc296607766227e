import { precacheTheApp } from './precache.ts'
import { answerNavigations } from './navigations.ts'
import { takeOverWhenAsked } from './take-over.ts'

// Nothing else is cached: what the server answers is kept by the book, never by the worker.
precacheTheApp()
answerNavigations()
takeOverWhenAsked()
