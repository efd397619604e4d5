import { z } from 'zod';
import { inductionKindSchema } from './inductions.js';

/** When a hub's prints may be approved without anybody looking at them. Off until an administrator turns it on. */
export const changeApprovalRuleSchema = z.object({
  isEnabled: z.boolean(),
  /** As long as a print may take at most, by what its file states. */
  maxMinutes: z.number().int().min(1).max(10_000),
  maxGrams: z.number().int().min(1).max(10_000),
  /** Prints of the person that must have been finished in the hub before; 0 asks for none. */
  minDonePrints: z.number().int().min(0).max(100),
  /** What the person must have been shown; null asks for nothing. */
  induction: inductionKindSchema.nullable(),
});
export type ChangeApprovalRule = z.infer<typeof changeApprovalRuleSchema>;

export const approvalRuleSchema = changeApprovalRuleSchema.extend({ version: z.number().int() });
export type ApprovalRule = z.infer<typeof approvalRuleSchema>;
