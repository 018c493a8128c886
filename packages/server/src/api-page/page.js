// Runs in the browser, after swagger-ui-bundle.js.
SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#document", deepLinking: true, docExpansion: "none", defaultModelsExpandDepth: 0, supportedSubmitMethods: [], validatorUrl: null });
