import type { Role } from '../access/actor.js';
import type { Bilingual, Statement, Traced, Who } from './parts.js';
import type { ActivityKind, CampaignRole } from './vocabulary.js';

/** Who does what beside the dated duties: activities asked for, who receives documents, who answers for the campaign. */

export interface ActivityAsked extends Traced {
  readonly kind: ActivityKind;
  /** What is counted, for example articles or minutes of air time. */
  readonly quantities?:
    readonly { readonly key: string; readonly name: Bilingual; readonly unit: string }[] | undefined;
  /** How many are expected in a year; it only advises. */
  readonly perYear?: number | undefined;
}

/** One line of the block "Nơi nhận", as printed. */
export interface DistributionEntry extends Statement {
  /** The recipients among the units of the organisation; left out for those outside and for the file copy. */
  readonly to?: Who | undefined;
  /** When it is sent: the launching document, or each decision of the campaign. */
  readonly at: readonly ('launch' | 'decision')[];
  /** Documents of the register they get beside it. */
  readonly documents?: readonly string[] | undefined;
  readonly purpose?: 'carry-out' | 'report' | 'information' | 'file' | undefined;
  /** They are asked to say that they have it, by a task; else they get a notice. */
  readonly acknowledge: boolean;
}

/** Người đứng đầu: the heads who answer for the campaign in their units, and to whom. */
export interface AccountableHeads extends Statement {
  readonly scope: readonly string[];
  /** Leaders of clusters and blocks too. */
  readonly clusters?: boolean | undefined;
  readonly answersTo: CampaignRole;
}

export interface SteeringMember extends Traced {
  readonly key: string;
  readonly function: 'chair' | 'standing-vice-chair' | 'vice-chair' | 'member';
  /** The unit and the role held there: the committee goes on when a person changes. */
  readonly unit: string;
  readonly role: Role;
  /** Lĩnh vực, địa bàn phụ trách: what this member looks after. */
  readonly areas: readonly SteeringArea[];
}

export interface SteeringArea extends Traced {
  readonly key: string;
  readonly text: Bilingual;
  readonly contents?: readonly string[] | undefined;
  readonly units?: Who | undefined;
}

/** Ban Chỉ đạo of the campaign or of the programme it belongs to. */
export interface SteeringCommittee extends Statement {
  /** Document that set it up, in the register. */
  readonly document?: string | undefined;
  /** Its standing office (cơ quan thường trực). */
  readonly standingOffice?: string | undefined;
  readonly members: readonly SteeringMember[];
}
