namespace Specular.Generator.Tests.Reading;

/// <summary>A description in Swagger 2.0 with everything in it that OpenAPI 3.0 says differently.</summary>
internal static class SwaggerSample
{
    public const string Text = """
        swagger: '2.0'
        info: {title: Pets, version: '1'}
        host: api.example.com
        basePath: /v1/
        schemes: [http, https, wss]
        consumes: [application/json, application/xml]
        produces: [application/json]
        tags: [{name: pets}]
        x-origin: [kept]
        security: [{key: []}]
        securityDefinitions:
          login: {type: basic, description: Password}
          key: {type: apiKey, name: X-Key, in: header}
          code: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a.example/auth', tokenUrl: 'https://a.example/token', scopes: {read: Reads}}
          app: {type: oauth2, flow: application, tokenUrl: 'https://a.example/token', scopes: {}}
          implicit: {type: oauth2, flow: implicit, authorizationUrl: 'https://a.example/auth', scopes: {}}
          password: {type: oauth2, flow: password, tokenUrl: 'https://a.example/token', scopes: {}}
        parameters:
          Limit: {name: limit, in: query, type: integer, format: int32, minimum: 1, maximum: 100, default: 20, description: Page size}
          PetBody: {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
          Nickname: {name: nickname, in: formData, type: string}
        responses:
          NotFound: {description: No such pet, schema: {$ref: '#/definitions/Error'}}
        paths:
          /pets:
            get:
              operationId: listPets
              produces: [application/json, text/csv]
              parameters:
                - {$ref: '#/parameters/Limit'}
                - {name: csv, in: query, type: array, items: {type: string}, collectionFormat: csv}
                - {name: plain, in: query, type: array, items: {type: integer}}
                - {name: multi, in: query, type: array, items: {type: string, enum: [a, b]}, collectionFormat: multi}
                - {name: ssv, in: query, type: array, items: {type: string}, collectionFormat: ssv}
                - {name: pipes, in: query, type: array, items: {type: string}, collectionFormat: pipes, maxItems: 3}
                - {name: X-Ids, in: header, type: array, items: {type: string}, collectionFormat: csv}
                - {name: since, in: query, type: string, format: date-time, x-example: '2020-01-01T00:00:00Z', allowEmptyValue: true}
              responses:
                '200':
                  description: All pets
                  headers:
                    X-Total: {type: integer, format: int64, description: How many}
                  schema: {type: array, items: {$ref: '#/definitions/Pet'}}
                  examples:
                    application/json: [{$ref: '#/definitions/NotAReference'}]
                '404': {$ref: '#/responses/NotFound'}
            post:
              operationId: addPet
              parameters:
                - {$ref: '#/parameters/PetBody'}
              responses:
                '201': {description: Added}
                default: {description: Failed, schema: {$ref: '#/definitions/Error'}}
          /pets/{id}:
            parameters:
              - {name: id, in: path, required: true, type: string, pattern: '^[a-z]+$', minLength: 1, maxLength: 9}
            put:
              operationId: replacePet
              schemes: [https]
              consumes: [application/vnd.pet+json]
              parameters:
                - {name: pet, in: body, description: The pet, schema: {$ref: '#/definitions/Pet'}}
              responses:
                '204': {description: Replaced}
            patch:
              operationId: patchPet
              consumes: [application/x-www-form-urlencoded]
              parameters:
                - {name: name, in: formData, type: string, required: true, description: Its name}
                - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: multi}
                - {name: ages, in: formData, type: array, items: {type: integer}}
                - {$ref: '#/parameters/Nickname'}
              responses:
                '204': {description: Changed}
          /pets/{id}/photo:
            parameters:
              - {name: id, in: path, required: true, type: string}
            post:
              operationId: upload
              consumes: [multipart/form-data]
              parameters:
                - {name: photo, in: formData, type: file, required: true}
                - {name: title, in: formData, type: string}
              responses:
                '200': {description: Stored, schema: {$ref: '#/definitions/Pet'}}
            get:
              operationId: download
              produces: [image/png]
              responses:
                '200': {description: The photo, schema: {type: file}}
        definitions:
          Pet:
            type: object
            discriminator: petType
            required: [petType, name]
            properties:
              petType: {type: string}
              name: {type: string, example: {$ref: '#/definitions/NotAReference'}}
              owner: {$ref: '#/definitions/Owner'}
              weight: {type: number, x-nullable: true, exclusiveMinimum: true, minimum: 0}
              extra: {type: object, additionalProperties: {$ref: '#/definitions/Owner'}}
          Cat:
            allOf:
              - {$ref: '#/definitions/Pet'}
              - {type: object, properties: {lives: {type: integer, enum: [7, 9]}}}
          Owner: {type: object, properties: {pets: {type: array, items: {$ref: '#/definitions/Pet'}}}}
          Error: {type: object, properties: {message: {type: string}}}
        """;
}
