"""The embedded default provider: drafts by rules, with no model at all."""

from core.llm.template.provider import MODEL, NAME, TemplateProvider

__all__ = ["MODEL", "NAME", "TemplateProvider"]
