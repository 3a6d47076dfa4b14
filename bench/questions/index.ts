import { Q1 } from './q1.ts';
import { Q2 } from './q2.ts';
import { Q3 } from './q3.ts';
import { Q4 } from './q4.ts';
import { Q5 } from './q5.ts';
import { Q6 } from './q6.ts';
import { Q7 } from './q7.ts';
import { Q8 } from './q8.ts';
import type { Question } from './question.ts';

/** The questions of the benchmark, in their order. */
export const QUESTIONS: readonly Question[] = [Q1, Q2, Q3, Q4, Q5, Q6, Q7, Q8];
