import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, type OwnIdBody, bodyOf, pathId, withOwnId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** Advanced examples: introduced by anyone, proposed, recognised by level, fostered, publicised, replicated. */
@Controller('api/v1/examples')
export class ExampleController {
  @Post()
  @Does('introduceExample', 201)
  introduce(
    @Acting() act: Act,
    @Body({ schema: withOwnId('introduceExample', 'exampleId') })
    { exampleId, ...input }: OwnIdBody<'introduceExample', 'exampleId'>,
  ): Promise<Accepted> {
    return act.execute('introduceExample', { ...input, exampleId: exampleId ?? act.newId('introduceExample') });
  }

  @Post(':exampleId/proposal')
  @Does('proposeExample')
  propose(
    @Acting() act: Act,
    @Param('exampleId', pathId) exampleId: string,
    @Body({ schema: bodyOf('proposeExample', 'exampleId') }) input: BodyOf<'proposeExample', 'exampleId'>,
  ): Promise<Accepted> {
    return act.execute('proposeExample', { ...input, exampleId });
  }

  @Post(':exampleId/recognition')
  @Does('recogniseExample')
  recognise(
    @Acting() act: Act,
    @Param('exampleId', pathId) exampleId: string,
    @Body({ schema: bodyOf('recogniseExample', 'exampleId') }) input: BodyOf<'recogniseExample', 'exampleId'>,
  ): Promise<Accepted> {
    return act.execute('recogniseExample', { ...input, exampleId });
  }

  @Post(':exampleId/decline')
  @Does('declineExample')
  decline(
    @Acting() act: Act,
    @Param('exampleId', pathId) exampleId: string,
    @Body({ schema: bodyOf('declineExample', 'exampleId') }) input: BodyOf<'declineExample', 'exampleId'>,
  ): Promise<Accepted> {
    return act.execute('declineExample', { ...input, exampleId });
  }

  @Post(':exampleId/promotions')
  @Does('promoteExample')
  promote(
    @Acting() act: Act,
    @Param('exampleId', pathId) exampleId: string,
    @Body({ schema: bodyOf('promoteExample', 'exampleId') }) input: BodyOf<'promoteExample', 'exampleId'>,
  ): Promise<Accepted> {
    return act.execute('promoteExample', { ...input, exampleId });
  }
}
